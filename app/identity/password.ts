import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind) as OWASP proposes: 19 MiB, two passes; about 21 ms. */
export const hashOptions = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of 32 forgotten random bytes, made with `hashOptions`. */
export const dummyHash =
  '$argon2id$v=19$m=19456,t=2,p=1$5AbRuAoAzcxtmS3dK1XEMg$sJ/rYeIzg+QGjqCmXJCucRZ31HJJ2BxcQUT87ShDoDk';

export async function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), hashOptions);
}

/**
 * Whether the password belongs to the hash.
 *
 * Without a hash (unknown address, password not yet chosen) the dummy is
 * verified: otherwise the quick answer would tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? dummyHash, normalised(password));
  return matches && passwordHash !== null;
}

/** An "ä" typed on another device may be two signs instead of one. */
function normalised(password: string): string {
  return password.normalize('NFC');
}
