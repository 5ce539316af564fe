import type { BrowserContext, Page } from "@playwright/test";
import { expect, url } from "./orbita";

/** Said by a script that got in, if one does. */
const RAN = "a stranger's script ran";

/** What is typed wherever something can be typed: none of it may become anything but these very letters. */
export const hostile = (mark: string): string =>
  `"><img src=x onerror="broken('${RAN}')"><script>broken('${RAN}')</script>={{7*7}}=\${7*7} ${mark}`;

/** An address that must never become a link. */
export const hostileLink = `javascript:broken('${RAN}')`;

/** What went wrong on any page of a browser: scripts that ran, what the policy stopped, requests to other hosts, a weak policy. */
export class Watch {
  readonly broken: string[] = [];
  /** Addresses of the pages whose policy was read. */
  readonly read = new Set<string>();

  /** @param origins of pages that are not ours and may be opened: those are not judged */
  static async over(context: BrowserContext, origins: string[] = []): Promise<Watch> {
    const watch = new Watch();
    await context.exposeBinding("broken", ({ page }, what: string) => watch.broken.push(`${page.url()}: ${what}`));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) =>
        (window as unknown as { broken: (what: string) => void }).broken(
          `the policy stopped ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`,
        ),
      );
    });
    // The server calls itself by its other name in the links that it gives away.
    const { origin, port } = new URL(url(""));
    const ours = [origin, `http://localhost:${port}`];
    const known = [...ours, ...origins];
    context.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol) && !known.includes(origin)) {
        watch.broken.push(`asked another host: ${request.url()}`);
      }
    });
    context.on("response", (response) => {
      const address = new URL(response.url());
      if (ours.includes(address.origin) && (response.headers()["content-type"] ?? "").startsWith("text/html")) {
        watch.judge(address.pathname, response.headers()["content-security-policy"] ?? "");
      }
    });
    context.on("dialog", (dialog) => {
      watch.broken.push(`a box: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return watch;
  }

  private judge(path: string, policy: string): void {
    this.read.add(path);
    const of = (name: string) =>
      policy
        .split(";")
        .map((each) => each.trim())
        .find((each) => each.startsWith(`${name} `));
    const scripts = of("script-src") ?? of("default-src");
    if (!scripts || /unsafe-inline|unsafe-eval|\*|https?:|data:/.test(scripts)) {
      this.broken.push(`${path}: scripts are let in by «${scripts}»`);
    }
    if (!/^(object|default)-src '(none|self)'$/.test(of("object-src") ?? of("default-src") ?? "")) {
      this.broken.push(`${path}: no rule for objects`);
    }
  }

  /** Nothing went wrong so far, and the page shows no sum in place of what was typed. */
  async fine(page: Page): Promise<void> {
    await expect(page.locator("body")).not.toContainText("=49=");
    await expect(page.locator('a[href^="javascript:" i], img[src="x"]')).toHaveCount(0);
    expect(this.broken).toEqual([]);
  }
}
