import { useEnvironments } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { LabelledField } from './LabelledField';
import { useApprovalText } from './useApprovalText';

/** Props of {@link EnvironmentField}. @internal */
export interface EnvironmentFieldProps {
  /** Name of an environment; empty: all of them. */
  value: string;
  onChange(value: string): void;
  size?: 'small' | 'medium';
  /** True: what is typed is taken with Enter or when the field is left, as each value asks the back end. */
  late?: boolean;
}

/**
 * Chooses an environment, or all. From what is configured: a name that nobody checks would stop nothing, or find nothing, and
 * look as if it had. Typed by hand only where the reader may not see which there are.
 *
 * @internal
 */
export function EnvironmentField(props: EnvironmentFieldProps) {
  const { value, onChange, size, late } = props;
  const [typed, setTyped] = useState<string>();
  const t = useApprovalText();
  const items = useEnvironments().data?.items ?? [];
  const chosen = items.length > 0;
  const take = () => {
    setTyped(undefined);
    const name = typed?.trim() ?? value;
    if (name !== value) {
      onChange(name);
    }
  };
  return (
    <LabelledField
      size={size}
      label={t('environment.label')}
      placeholder={t('environment.all')}
      select={chosen}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      value={chosen ? value : typed ?? value}
      onChange={({ target }) =>
        late && !chosen ? setTyped(target.value) : onChange(target.value.trim())
      }
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    >
      {chosen && [
        <option key="" value="">
          {t('environment.all')}
        </option>,
        ...items.map(({ name, title }) => (
          <option key={name} value={name}>
            {title ?? name}
          </option>
        )),
      ]}
    </LabelledField>
  );
}
