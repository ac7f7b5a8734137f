package org.dutyledger.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** Contrast of text as WCAG 2.1 defines it (1.4.3, level AA): 4.5 to 1. */
final class Contrast {
    private static final String TOO_WEAK = """
            () => {
              const channels = (color) => color.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
                .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = (element) => {
                for (let e = element; e; e = e.parentElement) {
                  const color = channels(getComputedStyle(e).backgroundColor);
                  if (color.length === 3 || color[3] > 0) return color;
                }
                return [255, 255, 255];
              };
              const written = (element) => [...element.childNodes]
                .some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
              return [...document.querySelectorAll('body *')]
                .filter((e) => written(e) && e.checkVisibility() && !['SCRIPT', 'NOSCRIPT', 'STYLE'].includes(e.tagName))
                .map((e) => {
                  const [one, other] = [light(channels(getComputedStyle(e).color)), light(behind(e))].sort((a, b) => b - a);
                  return { text: e.textContent.trim().slice(0, 30), ratio: (one + 0.05) / (other + 0.05) };
                })
                .filter((found) => found.ratio < 4.5)
                .map((found) => `${found.text}: ${found.ratio.toFixed(2)}`);
            }""";

    private Contrast() {}

    /** Fails with every visible text of the page that has less. */
    static void requireReadable(Page page) {
        assertThat((List<?>) page.evaluate(TOO_WEAK)).isEmpty();
    }
}
