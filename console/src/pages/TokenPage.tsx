import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { keepToken } from "../api/token.ts";
import { useText } from "../i18n/language.ts";
import { useTitle } from "../parts/use-title.ts";

/** Nobody gets in without the token: where it is, and a field for it. */
export function TokenPage({ wrong }: { readonly wrong: boolean }) {
  const { t } = useText();
  useTitle(t("token.title"));
  const [value, setValue] = useState("");
  const open = (event: FormEvent): void => {
    event.preventDefault();
    keepToken(value);
    location.reload();
  };
  return (
    <main className="page narrow">
      <form className="card stack" onSubmit={open}>
        <h1>{t("token.title")}</h1>
        <p className="quiet">{t("token.text")}</p>
        <PasswordInput
          label={t("token.label")}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          required
          withAsterisk={false}
          error={wrong ? t("token.wrong") : undefined}
        />
        <Button type="submit">{t("token.open")}</Button>
      </form>
    </main>
  );
}
