import { canonicalRegistry } from './hosts.js'

/** What a registry wants before it lets a login do something, each as things to do. */
export interface Advice {
  /** For the right to push to a repository that exists. */
  readonly push?: string
  /** For a repository that doesn't exist. */
  readonly create?: string
  /** For the right to pull. */
  readonly pull?: string
}

const ARTIFACT_REGISTRY: Advice = {
  push: 'give the account roles/artifactregistry.writer; the user name is oauth2accesstoken',
  create:
    'create it: gcloud artifacts repositories create NAME --repository-format=docker --location=LOCATION --project=PROJECT',
  pull: 'give the account roles/artifactregistry.reader, or give that role to allUsers to make the repository public',
}

const REGISTRIES: readonly (readonly [host: RegExp, advice: Advice])[] = [
  [
    /^quay\.io$/,
    {
      // https://docs.quay.io/glossary/robot-accounts.html
      push: 'give the robot account (organisation+name) Write permission on the repository',
      create:
        'create it on quay.io, or put the robot account into a team with the role Creator in the organisation',
      pull: 'new repositories are private: make it public in its settings, or give the robot account (organisation+name) Read permission',
    },
  ],
  [
    /^ghcr\.io$/,
    {
      // https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry
      push: "give the job permissions: packages: write (a personal access token: the scope write:packages), and give this repository Write access in the package's settings, under Manage Actions access",
      create:
        "let the organisation's members create packages (its settings, under Packages); the first push of a job creates one and links it to the job's repository",
      pull: "new packages are private: make it public in the package's settings, or give the job permissions: packages: read (a personal access token: the scope read:packages) and this repository Read access under Manage Actions access",
    },
  ],
  [
    /^docker\.io$/,
    {
      push: 'use an access token with Read & Write scope, of an account that may write to this namespace',
      create:
        "push to the account's own namespace, where a push creates it; in an organisation let an owner create it, or give the account the right to",
      pull: 'check the spelling, since a repository that does not exist is refused too; for a private one use an access token of an account that may read it',
    },
  ],
  [/\.pkg\.dev$/, ARTIFACT_REGISTRY],
  [
    /(^|\.)gcr\.io$/,
    {
      // https://cloud.google.com/artifact-registry/docs/transition/setup-gcr-repo
      ...ARTIFACT_REGISTRY,
      create:
        'Container Registry is shut down and Artifact Registry serves its names: give the account roles/artifactregistry.createOnPushWriter, or push to LOCATION-docker.pkg.dev',
    },
  ],
  [
    /\.dkr\.ecr\..*\.amazonaws\.com$/,
    {
      push: 'renew the password (aws ecr get-login-password lasts 12 hours), and allow ecr:PutImage and ecr:InitiateLayerUpload',
      create: 'create it: aws ecr create-repository --repository-name NAME',
      pull: 'renew the password (aws ecr get-login-password lasts 12 hours), and allow ecr:BatchGetImage',
    },
  ],
  [
    /\.azurecr\.io$/,
    { push: 'give the identity the role AcrPush', pull: 'give the identity the role AcrPull' },
  ],
  [
    /image-registry/,
    {
      // https://docs.openshift.com/container-platform/4.16/registry/accessing-the-registry.html
      push: 'give the service account the role registry-editor, system:image-builder or, for an image stream that exists, system:image-pusher: oc policy add-role-to-user system:image-builder -z NAME -n PROJECT',
      create:
        'the first part of its name is a project, which must exist (oc new-project PROJECT); the image stream is created by a push of a login with system:image-builder or registry-editor there',
      pull: 'give the service account the role system:image-puller or registry-viewer in the project: oc policy add-role-to-user system:image-puller -z NAME -n PROJECT',
    },
  ],
]

/** What is known of a registry; empty for one that nothing is known of. */
export function adviceOf(registry: string): Advice {
  const host = canonicalRegistry(registry).replace(/:\d+$/, '')
  return REGISTRIES.find(([pattern]) => pattern.test(host))?.[1] ?? {}
}
