import { isUnreachable, machineCure } from '../../../src/podman/machine.js'

test.each([
  // podman 4.3.1 and 5.8.6, on a machine where nothing listens
  ['Error: unable to connect to Podman socket: Get "http://d/v5.8.6/libpod/_ping": dial unix /x.sock', true],
  ['Cannot connect to Podman. Please verify your connection to the Linux system', true],
  ['Error: cannot open /etc/containers/storage.conf', false],
])('%s: the service is out of reach: %s', (said, expected) => {
  expect(isUnreachable(said)).toBe(expected)
})

test.each([
  [[], 'podman machine init --cpus 4 --memory 8192 --disk-size 100 --now'],
  [
    [{ Name: 'podman-machine-default', Default: true, Running: false }],
    'podman machine start podman-machine-default',
  ],
  // podman 4
  [
    [
      { Name: 'one', Running: true },
      { Name: 'two*', Default: true, Running: false },
    ],
    'podman machine start two',
  ],
  [[{ Name: 'only', Running: true }], 'podman machine stop only && podman machine start only'],
])('%j: %s', (machines, cure) => {
  expect(machineCure(machines)).toBe(cure)
})
