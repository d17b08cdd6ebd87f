import mappingBecomes from '@salesforce/label/c.InsightsWizardMappingBecomes';
import mappingBlank from '@salesforce/label/c.InsightsWizardMappingBlank';
import mappingClear from '@salesforce/label/c.InsightsWizardMappingClear';
import mappingColumn from '@salesforce/label/c.InsightsWizardMappingColumn';
import mappingColumnInstead from '@salesforce/label/c.InsightsWizardMappingColumnInstead';
import mappingColumnPlaceholder from '@salesforce/label/c.InsightsWizardMappingColumnPlaceholder';
import mappingConstant from '@salesforce/label/c.InsightsWizardMappingConstant';
import mappingField from '@salesforce/label/c.InsightsWizardMappingField';
import mappingFieldPlaceholder from '@salesforce/label/c.InsightsWizardMappingFieldPlaceholder';
import mappingKeep from '@salesforce/label/c.InsightsWizardMappingKeep';
import mappingRemove from '@salesforce/label/c.InsightsWizardMappingRemove';
import mappingRemoveTitle from '@salesforce/label/c.InsightsWizardMappingRemoveTitle';
import mappingRowNumber from '@salesforce/label/c.InsightsWizardMappingRowNumber';
import mappingSample from '@salesforce/label/c.InsightsWizardMappingSample';

export {
  mappingBecomes,
  mappingBlank,
  mappingClear,
  mappingColumn,
  mappingColumnInstead,
  mappingColumnPlaceholder,
  mappingConstant,
  mappingField,
  mappingFieldPlaceholder,
  mappingKeep,
  mappingRemove,
  mappingRemoveTitle,
  mappingRowNumber,
  mappingSample
};
