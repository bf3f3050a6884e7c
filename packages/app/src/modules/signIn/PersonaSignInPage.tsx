import {
  Progress,
  ProxiedSignInPage,
  SignInPage,
} from '@backstage/core-components';
import { IdentityApi, SignInPageProps } from '@backstage/core-plugin-api';
import { useCallback, useState } from 'react';
import { PersonaChoice } from './PersonaChoice';
import { rememberedPersona } from './rememberedPersona';
import { usePersonas } from './usePersonas';

/** Lets a visitor of the demo choose whose eyes to look through; elsewhere it is the ordinary sign-in page. */
export function PersonaSignInPage(props: SignInPageProps) {
  const { onSignInSuccess } = props;
  const personas = usePersonas();
  const [chosen, setChosen] = useState(rememberedPersona.get);

  const signedIn = useCallback(
    (identity: IdentityApi) => {
      const signOut = identity.signOut.bind(identity);
      identity.signOut = async () => {
        rememberedPersona.clear();
        await signOut();
      };
      onSignInSuccess(identity);
    },
    [onSignInSuccess],
  );

  if (!personas) {
    return <Progress />;
  }
  if (personas.length === 0) {
    return <SignInPage {...props} providers={['guest']} />;
  }
  if (!chosen || !personas.some(({ name }) => name === chosen)) {
    return (
      <PersonaChoice
        personas={personas}
        onChoose={name => {
          rememberedPersona.set(name);
          setChosen(name);
        }}
      />
    );
  }
  return (
    <ProxiedSignInPage
      {...props}
      onSignInSuccess={signedIn}
      provider="demo"
      headers={{ 'x-demo-persona': chosen }}
      ErrorComponent={() => (
        <PersonaChoice
          personas={personas}
          failed={chosen}
          onChoose={name => {
            rememberedPersona.set(name);
            window.location.reload();
          }}
        />
      )}
    />
  );
}
