// How long the first paint of pages takes: `node paint.mjs BASE_URL [PATH]…`. Prints milliseconds of five visits each, with nothing kept between them.
import { launch, WIDE } from "./helpers.mjs";

const [base, ...asked] = process.argv.slice(2), VISITS = 5;
if (!base) {
  console.error("usage: node paint.mjs BASE_URL [PATH]…");
  process.exit(2);
}

const browser = await launch();
for (const path of asked.length ? asked : ["/", "/incidents", "/submit"]) {
  const times = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await browser.newContext({ viewport: WIDE }), page = await context.newPage();
    await page.goto(new URL(path, base).href, { waitUntil: "load" });
    const paint = await page.evaluate(() => new Promise((told) => {
      new PerformanceObserver((all) => { for (const one of all.getEntries()) if (one.name === "first-contentful-paint") told(one.startTime); }).observe({ type: "paint", buffered: true });
    }));
    times.push(Math.round(paint));
    await context.close();
  }
  console.log(`${path}: ${times.join(" ")} ms`);
}
await browser.close();
