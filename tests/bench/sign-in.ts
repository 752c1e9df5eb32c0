/** Signs in through the form; answers with the cookie of the session. */
export async function signIn(base: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${base}/anmelden`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base },
    body: new URLSearchParams({ email, password }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) throw new Error(`Sign-in failed: ${String(response.status)}`);
  return cookie.split(';')[0] ?? '';
}
