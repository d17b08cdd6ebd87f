import { LightningElement, api } from 'lwc';
import ShellLauncher from 'shell/launcher';
import { session } from '../../../platform';
import { urlOf } from '../../../routes';
import { shellText } from '../../../shellText';

/** The app's name and its tabs. */
export default class ShellNavigationBar extends LightningElement {
  /** The name of the tab that the page belongs to. */
  @api activeTab?: string;

  text = { navigation: shellText('navigation'), openLauncher: shellText('openLauncher') };

  get appLabel(): string {
    return session().app?.label ?? '';
  }

  get items(): { name: string; label: string; url: string; itemClass: string; current: string | null }[] {
    return session().tabs.map(({ name, label, kind, object }) => {
      const isActive = name === this.activeTab;
      return {
        name,
        label,
        url:
          kind === 'object'
            ? urlOf({ type: 'standard__objectPage', attributes: { objectApiName: object } })
            : urlOf({ type: 'standard__navItemPage', attributes: { apiName: name } }),
        itemClass: `slds-context-bar__item${isActive ? ' slds-is-active' : ''}`,
        current: isActive ? 'page' : null
      };
    });
  }

  async openLauncher(): Promise<void> {
    await ShellLauncher.open({ label: shellText('openLauncher'), size: 'small' });
  }
}
