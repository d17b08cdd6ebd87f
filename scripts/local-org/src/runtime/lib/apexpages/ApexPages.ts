/**
 * ApexPages messages, and SelectOption.
 * Source: Apex Reference Guide, "ApexPages Class", "Message Class", "SelectOption Class".
 */
import { kernel } from '../../kernel';
import { type ApexEnum, type ApexException, ApexList, listOf, rtType, type SObjectValue } from '../../values';
import { nonNull } from '../args';
import { beanClass, type Bean } from '../bean';
import { enumConstant } from '../enums';
import { platformClass } from '../registry';
import { currentPage } from '../system/PageReference';

const message = beanClass('ApexPages.Message', {
  constructible: false,
  construct: {
    '/2': (severity: ApexEnum, summary: string) => message({ severity, summary, detail: summary }),
    '/3': (severity: ApexEnum, summary: string, detail: string) => message({ severity, summary, detail }),
    '/4': (severity: ApexEnum, summary: string, detail: string, componentLabel: string) =>
      message({ severity, summary, detail, componentLabel })
  }
});

function messages(): ApexList {
  return kernel.tx.remember('ApexPages.messages', () => new ApexList(listOf(rtType('ApexPages.Message'))));
}

function addMessages(exception: ApexException): void {
  const severity = enumConstant('ApexPages.Severity', 'ERROR');
  messages().add(message({ severity, summary: exception.getMessage(), detail: '' }));
}

platformClass('System.ApexPages', {
  statics: {
    'addMessage/1': (added: Bean | null) => messages().add(nonNull(added)),
    'addMessages/1': (exception: ApexException | null) => addMessages(nonNull(exception)),
    'currentPage/0': currentPage,
    'getMessages/0': () => messages(),
    'hasMessages/0': () => messages().size > 0,
    'hasMessages/1': (severity: ApexEnum | null) =>
      (messages().items as Bean[]).some((m) => m.get('severity') === severity)
  }
});

const option = beanClass('System.SelectOption', {
  constructible: false,
  construct: {
    '/2': (value: string, label: string) => option({ value, label, disabled: false, escapeItem: true }),
    '/3': (value: string, label: string, disabled: boolean) => option({ value, label, disabled, escapeItem: true })
  }
});

const controller = beanClass('ApexPages.StandardController', {
  constructible: false,
  construct: {
    '/1': (record: SObjectValue | null) => controller({ record: nonNull(record), id: nonNull(record).id })
  }
});
