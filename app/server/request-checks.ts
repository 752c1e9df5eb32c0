/** A request that is turned away before any route sees it; the text is German, for the user. */
export interface TurnedAway {
  readonly status: 400 | 403 | 405 | 408 | 413 | 414 | 415;
  readonly text: string;
}

export interface RequestFacts {
  readonly method: string;
  readonly url: URL;
  /** Host the browser asked for, from `Host` or from the trusted proxy. */
  readonly host: string;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly contentType: string;
}

/** A page with many links asks for their routes with an address of up to 7,680 characters (Remix). */
const longestAddress = 8_192;

/** First reason to turn a request away by its head alone; null where there is none. */
export function checkHead(facts: RequestFacts): TurnedAway | null {
  const { method, url } = facts;
  if (!['GET', 'HEAD', 'POST'].includes(method)) {
    return { status: 405, text: 'Diese Art der Anfrage nimmt das Portal nicht an.' };
  }
  if (url.pathname.length + url.search.length > longestAddress) {
    return { status: 414, text: 'Die Adresse ist zu lang. Kürzen Sie die Suche oder die Filter.' };
  }
  if (!isDecodable(url.pathname)) {
    // The router would decode it, fail, and write the address into the log.
    return { status: 400, text: 'Die Adresse ist unvollständig. Prüfen Sie, ob sie ganz kopiert wurde.' };
  }
  if (/%00|\0/.test(url.pathname + url.search)) {
    return { status: 400, text: 'Die Adresse enthält ein Zeichen, das nicht erlaubt ist.' };
  }
  if (method !== 'POST') return null;
  if (!isFromOurOwnPages(facts)) {
    return {
      status: 403,
      text: 'Die Eingabe kam nicht von einer Seite dieses Portals und wurde nicht angenommen. Öffnen Sie das Portal neu und senden Sie das Formular von dort.',
    };
  }
  if (!isForm(facts.contentType)) {
    return { status: 415, text: 'Das Portal nimmt nur Formulare an.' };
  }
  return null;
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a POST comes from our own pages (defence against forged forms).
 *
 * Both headers are set by the browser and out of a foreign page's reach. A
 * request that has neither is refused too: every browser of today sends one.
 */
function isFromOurOwnPages({ origin, fetchSite, host }: RequestFacts): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
  if (origin === undefined) return fetchSite === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === host;
}

function isForm(contentType: string): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(contentType);
}

/**
 * Whether the body can be read as the form it says it is and holds nothing that
 * no database column can keep. Routes may then rely on `request.formData()`.
 */
export async function checkForm(body: Buffer, contentType: string): Promise<TurnedAway | null> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': contentType },
    }).formData();
    const hasNul = [...form].some(([name, value]) => hasNulCharacter(name) || hasNulCharacter(value));
    if (!hasNul) return null;
    return {
      status: 400,
      text: 'Die Eingabe enthält ein unsichtbares Zeichen, das nicht gespeichert werden kann. Tippen Sie den Text neu.',
    };
  } catch {
    return { status: 400, text: 'Die Eingabe kam unvollständig an. Senden Sie das Formular noch einmal.' };
  }
}

function hasNulCharacter(value: FormDataEntryValue): boolean {
  return typeof value === 'string' && value.includes('\0');
}
