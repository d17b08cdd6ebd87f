import constantOption from '@salesforce/label/c.InsightsWizardConstantOption';
import constantOptionMeta from '@salesforce/label/c.InsightsWizardConstantOptionMeta';
import convertCheckbox from '@salesforce/label/c.InsightsWizardConvertCheckbox';
import convertDate from '@salesforce/label/c.InsightsWizardConvertDate';
import convertDatetime from '@salesforce/label/c.InsightsWizardConvertDatetime';
import convertEmail from '@salesforce/label/c.InsightsWizardConvertEmail';
import convertNumber from '@salesforce/label/c.InsightsWizardConvertNumber';
import convertPercent from '@salesforce/label/c.InsightsWizardConvertPercent';
import convertPicklist from '@salesforce/label/c.InsightsWizardConvertPicklist';
import convertReference from '@salesforce/label/c.InsightsWizardConvertReference';
import convertText from '@salesforce/label/c.InsightsWizardConvertText';
import gapMapping from '@salesforce/label/c.InsightsWizardGapMapping';
import mappingAccepted from '@salesforce/label/c.InsightsWizardMappingAccepted';
import mappingAdd from '@salesforce/label/c.InsightsWizardMappingAdd';
import mappingBadSamples from '@salesforce/label/c.InsightsWizardMappingBadSamples';
import mappingChangeKey from '@salesforce/label/c.InsightsWizardMappingChangeKey';
import mappingColumn from '@salesforce/label/c.InsightsWizardMappingColumn';
import mappingColumnGone from '@salesforce/label/c.InsightsWizardMappingColumnGone';
import mappingField from '@salesforce/label/c.InsightsWizardMappingField';
import mappingFieldGone from '@salesforce/label/c.InsightsWizardMappingFieldGone';
import mappingIsKey from '@salesforce/label/c.InsightsWizardMappingIsKey';
import mappingIsUsed from '@salesforce/label/c.InsightsWizardMappingIsUsed';
import mappingKey from '@salesforce/label/c.InsightsWizardMappingKey';
import mappingKeyNote from '@salesforce/label/c.InsightsWizardMappingKeyNote';
import mappingMissing from '@salesforce/label/c.InsightsWizardMappingMissing';
import mappingNeedsColumn from '@salesforce/label/c.InsightsWizardMappingNeedsColumn';
import mappingNeedsField from '@salesforce/label/c.InsightsWizardMappingNeedsField';
import mappingNeedsValue from '@salesforce/label/c.InsightsWizardMappingNeedsValue';
import mappingNothing from '@salesforce/label/c.InsightsWizardMappingNothing';
import mappingRefresh from '@salesforce/label/c.InsightsWizardMappingRefresh';
import mappingRemoved from '@salesforce/label/c.InsightsWizardMappingRemoved';
import mappingRow from '@salesforce/label/c.InsightsWizardMappingRow';
import mappingSample from '@salesforce/label/c.InsightsWizardMappingSample';
import mappingUndo from '@salesforce/label/c.InsightsWizardMappingUndo';
import reasonsMap from '@salesforce/label/c.InsightsWizardReasonsMap';
import stateLoading from '@salesforce/label/c.InsightsStateLoading';

export {
  constantOption,
  constantOptionMeta,
  convertCheckbox,
  convertDate,
  convertDatetime,
  convertEmail,
  convertNumber,
  convertPercent,
  convertPicklist,
  convertReference,
  convertText,
  gapMapping,
  mappingAccepted,
  mappingAdd,
  mappingBadSamples,
  mappingChangeKey,
  mappingColumn,
  mappingColumnGone,
  mappingField,
  mappingFieldGone,
  mappingIsKey,
  mappingIsUsed,
  mappingKey,
  mappingKeyNote,
  mappingMissing,
  mappingNeedsColumn,
  mappingNeedsField,
  mappingNeedsValue,
  mappingNothing,
  mappingRefresh,
  mappingRemoved,
  mappingRow,
  mappingSample,
  mappingUndo,
  reasonsMap,
  stateLoading
};
