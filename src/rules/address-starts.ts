// How addresses of the web begin, for `context.hint`.

export const ADDRESS_STARTS: readonly string[] = ['http://', 'https://', 'www.'];
