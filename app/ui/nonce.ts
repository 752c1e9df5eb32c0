import { createContext } from 'react';

/**
 * Nonce of the page's Content-Security-Policy for our script elements.
 *
 * `entry.server` provides it around `<RemixServer>`. It does not travel as loader
 * data: that would write it in clear text into the page and into every answer.
 */
export const NonceContext = createContext<string | undefined>(undefined);
