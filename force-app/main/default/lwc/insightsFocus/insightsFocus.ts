/** The template of a component: `this.template`. */
type Root = Pick<ShadowRoot, 'activeElement' | 'addEventListener'>;

/**
 * Puts the focus on the first that is there of elements that a template names by data-id.
 * @param root template of the component
 * @param names what to look for, the best place first
 */
export function focusFirst(root: Pick<ParentNode, 'querySelector'>, ...names: string[]): void {
  const places = names.map((name) => root.querySelector<HTMLElement>(`[data-id="${name}"]`));
  places.find(Boolean)?.focus();
}

/**
 * Keeps the keyboard with the user when a rendering takes away, or moves, the element that has the focus: the browser
 * would give the focus to the page as a whole, from where Escape and Tab lead nowhere. What the user does is left alone:
 * who clicks beside everything wants no focus.
 */
export class FocusKeeper {
  private readonly root: Root;
  private readonly giveOn: (lost: HTMLElement) => void;
  /** The element of the template that has the focus, or has lost it by a rendering. */
  private held: HTMLElement | null = null;

  /**
   * @param root template of the component
   * @param giveOn gives the focus to what follows best on an element that is gone
   */
  constructor(root: Root, giveOn: (lost: HTMLElement) => void) {
    this.root = root;
    this.giveOn = giveOn;
    root.addEventListener('focusin', ({ target }) => (this.held = target as HTMLElement));
    // Some browsers tell of the loss while they render: that one is not the user's, and is mended before this runs.
    root.addEventListener('focusout', () => Promise.resolve().then(() => this.forget()));
  }

  /** Gives the focus back. To be called by renderedCallback. */
  keep(): void {
    const lost = this.held;
    if (!lost || this.root.activeElement) {
      return;
    }
    this.held = null;
    if (lost.isConnected) {
      lost.focus();
    } else {
      this.giveOn(lost);
    }
  }

  private forget(): void {
    if (!this.root.activeElement) {
      this.held = null;
    }
  }
}
