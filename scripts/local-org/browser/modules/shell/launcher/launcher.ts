import LightningModal from 'lightning/modal';
import { session } from '../../../platform';
import { goTo, urlOf } from '../../../routes';
import { shellText } from '../../../shellText';

/** The app launcher: the app and its items. */
export default class ShellLauncher extends LightningModal {
  text = { items: shellText('launcherItems') };

  get appLabel(): string {
    return session().app?.label ?? '';
  }

  get items(): { name: string; label: string; iconName: string; url: string }[] {
    return session().tabs.map(({ name, label, iconName, kind, object }) => ({
      name,
      label,
      iconName: iconName ?? 'standard:default',
      url:
        kind === 'object'
          ? urlOf({ type: 'standard__objectPage', attributes: { objectApiName: object } })
          : urlOf({ type: 'standard__navItemPage', attributes: { apiName: name } })
    }));
  }

  handleClick(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const url = (event.currentTarget as HTMLElement).dataset['url'];
    this.close();
    if (url) goTo(url);
  }
}
