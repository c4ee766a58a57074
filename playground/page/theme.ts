/** Light, dark, or as the system has it. */

import { prefer, preference } from "./preferences.ts";

const KEY = "kust-theme";
const THEMES = ["system", "light", "dark"] as const;

type Theme = typeof THEMES[number];

const LABELS: Record<Theme, string> = {
  system: "Theme: as the system",
  light: "Theme: light",
  dark: "Theme: dark",
};

/** Applies the theme that the user chose last. Each click on the button chooses the next one. */
export function initTheme(button: HTMLElement): void {
  let theme = THEMES.find((one) => one === preference(KEY)) ?? "system";
  const apply = () => {
    document.documentElement.dataset.theme = theme;
    button.title = LABELS[theme];
    button.setAttribute("aria-label", LABELS[theme]);
    button.querySelector("use")?.setAttribute("href", `#icon-${theme}`);
  };
  button.addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
    prefer(KEY, theme);
    apply();
  });
  apply();
}
