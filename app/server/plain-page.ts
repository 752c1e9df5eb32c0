/**
 * A page without Remix: for requests that are turned away before a route runs
 * and for the case that nothing else works any more. No style: the content
 * security policy allows none inside a page.
 */
export function plainPage(title: string, text: string, requestId: string): string {
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} – Maßnahmenportal</title></head>
<body><main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p><a href="/">Zur Startseite</a></p>
<p>Kennung dieser Meldung: ${escapeHtml(requestId)}</p>
</main></body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
