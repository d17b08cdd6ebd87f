/**
 * The shell's own words. Components have theirs in custom labels.
 */
import { session } from './platform';

const ENGLISH = {
  skip: 'Skip to main content',
  localOrg: 'Local org',
  userMenu: 'User: {0}. Change user or language',
  useAs: 'Use the app as',
  language: 'Language',
  openLauncher: 'App Launcher',
  launcherItems: 'Items',
  close: 'Close',
  navigation: 'App navigation',
  checked: 'Checked',
  unchecked: 'Not checked',
  notFound: 'This page does not exist',
  notFoundDetail: 'The address may be mistyped, the record may be deleted, or you may not have access to it.',
  goHome: 'Go to {0}',
  noApp: 'You have no access to this app',
  noAppDetail: 'Ask an administrator for one of the app’s permission sets, or choose another user at the top right.',
  broken: 'This page cannot be shown',
  tryAgain: 'Try again',
  loading: 'Loading',
  unknownComponent: 'The local org does not know the component {0}.',
  details: 'Details',
  oneItem: '1 item',
  items: '{0} items',
  moreItems: '{0}+ items',
  listView: 'List view',
  noRecords: 'There is nothing to show in this list.',
  success: 'Success',
  error: 'Error',
  warning: 'Warning',
  info: 'Info'
};

/** A text of the shell. */
export type ShellText = keyof typeof ENGLISH;

const JAPANESE: Record<ShellText, string> = {
  skip: 'メインコンテンツへスキップ',
  localOrg: 'ローカル組織',
  userMenu: 'ユーザー: {0}。ユーザーまたは言語の変更',
  useAs: '使用するユーザー',
  language: '言語',
  openLauncher: 'アプリケーションランチャー',
  launcherItems: '項目',
  close: '閉じる',
  navigation: 'アプリケーションナビゲーション',
  checked: 'オン',
  unchecked: 'オフ',
  notFound: 'ページが存在しません',
  notFoundDetail: 'URL に誤りがあるか、レコードが削除されたか、アクセス権がない可能性があります。',
  goHome: '{0} へ移動',
  noApp: 'このアプリケーションへのアクセス権がありません',
  noAppDetail: 'システム管理者に権限セットの割り当てを依頼するか、右上で別のユーザーを選択してください。',
  broken: 'このページを表示できません',
  tryAgain: '再試行',
  loading: '読み込み中',
  unknownComponent: 'ローカル組織はコンポーネント {0} に対応していません。',
  details: '詳細',
  oneItem: '1 個の項目',
  items: '{0} 個の項目',
  moreItems: '{0} 個以上の項目',
  listView: 'リストビュー',
  noRecords: 'このリストに表示する項目はありません。',
  success: '成功',
  error: 'エラー',
  warning: '警告',
  info: '情報'
};

/** A text in the user's language; {0}, {1} are filled with the values. */
export function shellText(name: ShellText, ...values: readonly string[]): string {
  const texts = session().user.language === 'ja' ? JAPANESE : ENGLISH;
  return texts[name].replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
}

/** The name of a language in that language. */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames([language.replaceAll('_', '-')], { type: 'language' });
  return name.of(language.split('_')[0] ?? language) ?? language;
}
