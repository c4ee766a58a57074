/** Light, dark, or as the system has it. */

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
  let theme = THEMES.find((one) => one === stored()) ?? "system";
  const apply = () => {
    document.documentElement.dataset.theme = theme;
    button.title = LABELS[theme];
    button.setAttribute("aria-label", LABELS[theme]);
    button.querySelector("use")?.setAttribute("href", `#icon-${theme}`);
  };
  button.addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
    store(theme);
    apply();
  });
  apply();
}

// Pages that may store nothing throw.
function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function store(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The theme lasts until the page is closed.
  }
}
