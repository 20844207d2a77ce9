import { BlockList, isIP } from 'node:net';

/** Networks no stranger's URL may lead to: this host, private and link-local ones, shared, multicast, documentation and reserved ones, and ways to write them in IPv6. */
const V4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'];
const V6 = ['::/128', '::1/128', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'];

/** One list a family: in a common one the IPv6 form of all IPv4 addresses would stand for every one of them. */
function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const FORBIDDEN_V4 = listOf(V4, 'ipv4');
const FORBIDDEN_V6 = listOf(V6, 'ipv6');

/** Whether an IP address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return family === 4 ? !FORBIDDEN_V4.check(address, 'ipv4') : !FORBIDDEN_V6.check(address, 'ipv6');
}

export type UrlFault = 'NOT_A_URL' | 'NOT_HTTPS' | 'HAS_CREDENTIALS' | 'HAS_FRAGMENT' | 'PRIVATE_ADDRESS';

/**
 * What is wrong with a URL to send to, as far as it can be read off it; where its name leads is looked at when it is called.
 * @param trusted whether this network's own hosts and plain HTTP are fine
 */
export function faultOfUrl(text: string, trusted: boolean): UrlFault | undefined {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'NOT_A_URL';
  if (url.username !== '' || url.password !== '') return 'HAS_CREDENTIALS';
  if (url.hash !== '') return 'HAS_FRAGMENT';
  if (trusted) return undefined;
  if (url.protocol !== 'https:') return 'NOT_HTTPS';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 ? !isPublicAddress(host) : /(^|\.)(localhost|local|internal|localdomain)\.?$/i.test(host) || !host.includes('.')) return 'PRIVATE_ADDRESS';
  return undefined;
}
