/** What leaves the extension to be read elsewhere: printed pages as PDF, the page report as HTML, plots as SVG, CSV. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const saved = async (page, press, path) => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  await download.saveAs(path);
};

const topic = (name, hash) => ({
  name: `print-${name}`,
  async make(stage, folder) {
    const page = await stage.open(`/options.html#${hash}`, 0);
    await page.locator('.topic-plot').waitFor();
    await page.waitForTimeout(300);
    const buttons = page.locator('.topic .buttons button');
    await saved(page, () => buttons.nth(0).click(), join(folder, `${name}.svg`));
    await saved(page, () => buttons.nth(1).click(), join(folder, `${name}.csv`));
    const shown = await stage.context.newPage();
    await shown.setContent(readFileSync(join(folder, `${name}.svg`), 'utf8').replace(/^<\?xml.*\?>/, ''));
    await shown.screenshot({ path: join(folder, `print-${name}-svg.png`) });
    await shown.close();
    await page.pdf({ path: join(folder, `print-${name}.pdf`), format: 'A4', printBackground: false });
    await page.close();
  },
});

const report = {
  name: 'print-report',
  async make(stage, folder) {
    const article = await stage.article('');
    const popup = await stage.popupOf(article);
    // In the order of the menu, whose first part saves.
    for (const [at, ending] of ['html', 'md', 'json'].entries()) {
      await popup.locator('.export [popovertarget]').click();
      const choice = popup.locator('.export .sheetlet section').first().locator('button').nth(at);
      await saved(popup, () => choice.click(), join(folder, `report.${ending}`));
    }
    await popup.close();
    await article.close();
    const page = await stage.open(stage.add('/report.html', readFileSync(join(folder, 'report.html'), 'utf8')), 300);
    for (const width of [320, 1280])
      for (const colorScheme of ['light', 'dark']) {
        await page.setViewportSize({ width, height: 1600 });
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(folder, `print-report-${width}-${colorScheme}.png`) });
      }
    await page.pdf({ path: join(folder, 'print-report.pdf'), format: 'A4', printBackground: false });
    await page.close();
  },
};

/** Each writes its files into a folder. */
export const prints = [topic('speaker', 'speaker?name=Marco+Rubio'), topic('claim', 'claim?id=deal-close'), report];
