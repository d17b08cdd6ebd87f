import { LightningElement } from 'lwc';
import { session } from '../../../platform';
import { changeSession } from '../../../localOrg';
import { languageName, shellText } from '../../../shellText';

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly isChosen: boolean;
}

/** The global header: where one is, and who. */
export default class ShellHeader extends LightningElement {
  text = { localOrg: shellText('localOrg'), useAs: shellText('useAs'), language: shellText('language') };

  get menuLabel(): string {
    return session().user.name;
  }

  get menuText(): string {
    return shellText('userMenu', session().user.name);
  }

  get users(): Choice[] {
    const { user, users } = session();
    return users.map(({ id, name, persona, username }) => ({
      key: id,
      label: persona && persona !== name ? `${name} (${persona})` : name,
      value: `user:${username}`,
      isChosen: username === user.username
    }));
  }

  get languages(): Choice[] {
    const { user, languages } = session();
    return languages.map((language) => ({
      key: language,
      label: languageName(language),
      value: `language:${language}`,
      isChosen: language === user.language
    }));
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    const [kind, ...rest] = event.detail.value.split(':');
    const value = rest.join(':');
    void changeSession(kind === 'user' ? { username: value } : { language: value });
  }
}
