const MOST = 2_000;

/** Where a partner may send a buyer: anywhere over HTTPS, or to where he himself answers. Anything else is no address. [XFER-09] */
export function readRedirect(text: string | null | undefined, partnerUrl: string): string | null {
  const url = text == null || text.length > MOST ? null : URL.parse(text);
  if (!url || url.username !== '' || url.password !== '') return null;
  return url.protocol === 'https:' || url.origin === URL.parse(partnerUrl)?.origin ? url.href : null;
}
