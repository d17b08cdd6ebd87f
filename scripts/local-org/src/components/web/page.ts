/**
 * The page that starts the shell in a browser.
 */

/**
 * The text of index.html.
 *
 * @param vendorUrl address of the folder with the framework and the base components
 * @param preloaded addresses of modules that the first page needs, so that they are all fetched at once
 */
export function indexPage(vendorUrl: string, preloaded: readonly string[]): string {
  const links = preloaded.map((url) => `    <link rel="modulepreload" href="${url}" />`).join('\n');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Insights Sync</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <link rel="preload" href="/local/session" as="fetch" crossorigin="anonymous" />
    <link rel="stylesheet" href="/slds/styles/salesforce-lightning-design-system.min.css" />
${links}
    <script type="module" src="${vendorUrl}/synthetic-shadow.js"></script>
    <script type="module" src="/assets/app/main.js"></script>
  </head>
  <body>
    <noscript>This page needs JavaScript.</noscript>
  </body>
</html>
`;
}
