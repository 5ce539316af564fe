import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A page of somebody else, as strict as a page can be that still takes the widget: no inline style, no inline script, nothing but our host. */
export type Foreign = { origin: string; close: () => Promise<void> };

/** @param page what stands in the body beside the script of the widget */
export async function foreignSite(orbita: string, business: string, page = ""): Promise<Foreign> {
  const policy = `default-src 'none'; script-src ${orbita}; connect-src ${orbita}; style-src 'self'; require-trusted-types-for 'script'`;
  const server: Server = createServer((request, response) => {
    if (request.url === "/style.css") {
      response.setHeader("Content-Type", "text/css");
      response.end(
        "*{color:red!important;font:bold 30px serif!important;background:lime!important;border:5px dashed blue!important}",
      );
      return;
    }
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", policy);
    response.end(
      `<!doctype html><html lang="ru"><title>Чужой сайт</title><link rel="stylesheet" href="/style.css">` +
        `<body><main><h1>Чужой сайт</h1><p>Стили этой страницы нарочно громкие.</p>${page}</main>` +
        `<script src="${orbita}/widget.js" data-business="${business}" async></script></body></html>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
