import { BlockList, isIP } from 'node:net'
import { isLoopback } from './hosts.js'

/**
 * The proxy through which a URL is to be reached, by `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` in either case; undefined
 * for none. Follows what podman does: this machine is never reached through a proxy, and NO_PROXY holds
 * hosts (with their subdomains), `.domains`, addresses, address ranges and `*`, each with an optional port.
 * Source: https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config
 */
export function proxyFor(url: URL, env: NodeJS.ProcessEnv): string | undefined {
  if (isLoopback(url.host)) return undefined
  const proxy =
    url.protocol === 'https:' ? env.https_proxy || env.HTTPS_PROXY : env.http_proxy || env.HTTP_PROXY
  if (!proxy) return undefined
  const exceptions = (env.no_proxy || env.NO_PROXY || '').split(/[,\s]+/).filter((entry) => entry !== '')
  if (exceptions.some((entry) => isExempt(url, entry.toLowerCase()))) return undefined
  return proxy.includes('://') ? proxy : `http://${proxy}`
}

function isExempt(url: URL, entry: string): boolean {
  if (entry === '*') return true
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const [network, prefix] = entry.split('/')
  if (prefix !== undefined) return isInRange(host, network!, Number(prefix))
  const { name, port } = splitPort(entry)
  if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false
  if (isIP(name) !== 0) return host === name
  const domain = name.replace(/^\*?\./, '')
  return host.endsWith(`.${domain}`) || (host === domain && name === domain)
}

function splitPort(entry: string): { name: string; port: string | undefined } {
  const match = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry)
  return match
    ? { name: match[1]!.replace(/^\[|\]$/g, ''), port: match[2] }
    : { name: entry, port: undefined }
}

function isInRange(host: string, network: string, prefix: number): boolean {
  const family = isIP(host)
  const longest = family === 6 ? 128 : 32
  if (family === 0 || isIP(network) !== family || !(prefix >= 0 && prefix <= longest)) return false
  const range = new BlockList()
  const kind = family === 6 ? 'ipv6' : 'ipv4'
  range.addSubnet(network, prefix, kind)
  return range.check(host, kind)
}
