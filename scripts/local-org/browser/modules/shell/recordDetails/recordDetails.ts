import { LightningElement, api } from 'lwc';
import type { RecordField, RecordLayout } from '../../../localOrg';
import { recordUrl } from '../../../routes';
import { shellText } from '../../../shellText';

interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly help: string | null;
  readonly url: string | null;
  /** Set for checkboxes. */
  readonly box: { readonly iconName: string; readonly text: string } | null;
}

/** The fields of a record by section, as force:detailPanel shows them. */
export default class ShellRecordDetails extends LightningElement {
  @api sections: RecordLayout['sections'] = [];
  /** Whether the details have a third of the page: one column then. */
  @api isNarrow = false;

  heading = shellText('details');

  get shownSections(): { label: string; fieldClass: string; fields: ShownField[] }[] {
    return this.sections.map(({ label, columns, fields }) => ({
      label,
      fieldClass: `slds-col slds-size_1-of-1 slds-p-horizontal_x-small slds-m-bottom_x-small${
        columns > 1 && !this.isNarrow ? ' slds-medium-size_1-of-2' : ''
      }`,
      // One column has the fields of the first, then those of the second.
      fields: (this.isNarrow ? [...fields].sort((one, other) => one.column - other.column) : fields).map(shownField)
    }));
  }
}

function shownField({ name, label, displayValue, help, reference, type, value }: RecordField): ShownField {
  const url = reference ? recordUrl(reference) : null;
  return {
    name,
    label,
    text: displayValue,
    help: help ?? null,
    url,
    box: type === 'BOOLEAN' ? box(value === true) : null
  };
}

function box(isChecked: boolean): ShownField['box'] {
  if (isChecked) return { iconName: 'utility:check', text: shellText('checked') };
  return { iconName: 'utility:steps', text: shellText('unchecked') };
}
