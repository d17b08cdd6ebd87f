/**
 * System.Label.get: custom labels by name.
 * Source: Apex Reference Guide, "Label Class".
 */
import { kernel } from '../../kernel';
import { throwNew } from '../../values';
import { nonNull } from '../args';
import { platformClass } from '../registry';

function labelOf(name: string) {
  const found = kernel.org.schema.labels.get(name.toLowerCase());
  return found ?? throwNew('System.IllegalArgumentException', `Custom Label '${name}' does not exist`);
}

function get(name: string, language: string): string {
  const label = labelOf(name);
  return label.translations[language] ?? label.value;
}

platformClass('System.Label', {
  statics: {
    'get/2': (_namespace: string | null, name: string | null) => get(nonNull(name), kernel.tx.user.language),
    'get/3': (_namespace: string | null, name: string | null, language: string | null) =>
      get(nonNull(name), nonNull(language)),
    'translationExists/3': (_namespace: string | null, name: string | null, language: string | null) =>
      labelOf(nonNull(name)).translations[nonNull(language)] !== undefined
  }
});
