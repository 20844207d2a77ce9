/**
 * Whether a cart may be returned to a URL: it is one of the allowed ones or below it, on the same host and port, without
 * credentials in it. A browser is sent there with the buyer's prices, so nothing is guessed.
 */
export function isAllowed(text: string, allowed: readonly string[], trustPlainHttp: boolean): boolean {
  const url = URL.parse(text);
  if (!url || !isSafe(url, trustPlainHttp)) return false;
  return allowed.some((each) => {
    const base = URL.parse(each);
    if (!base || base.origin !== url.origin) return false;
    const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
    return url.pathname === base.pathname || url.pathname.startsWith(folder);
  });
}

export function isSafe(url: URL, trustPlainHttp: boolean): boolean {
  const isPlain = url.protocol === 'http:' && trustPlainHttp;
  return (url.protocol === 'https:' || isPlain) && url.username === '' && url.password === '';
}
