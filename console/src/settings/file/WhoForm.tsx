import { useState } from "react";
import type { Settings } from "#core/settings/settings.ts";
import { useText } from "../../i18n/language.ts";
import { TextField } from "../../parts/form/fields.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { useSettingsFile } from "./use-settings-file.ts";

/** Who writes: what stands in every mail. It changes the text of the settings, and publishes it. */
export function WhoForm({ settings, after }: { readonly settings: Settings; readonly after?: () => void }) {
  const { t } = useText();
  const { publish } = useSettingsFile();
  const [who, setWho] = useState(() => ({
    company: settings.company,
    postalAddress: settings.postalAddress,
    website: settings.website,
    name: settings.sender.name,
    address: settings.sender.address,
    owner: settings.owner,
  }));
  const set = (field: keyof typeof who) => (value: string) => setWho((before) => ({ ...before, [field]: value }));
  const send = async (): Promise<void> => {
    const { name, address, ...rest } = who;
    await publish({ ...rest, sender: { name, address } }, t("who.note"));
    after?.();
  };
  return (
    <Form send={send} submit={t("manners.publish")} permission="definitions:publish">
      <TextField name="company" label={t("who.company")} value={who.company} change={set("company")} required />
      <TextField name="name" label={t("who.name")} help={t("who.nameHelp")} value={who.name} change={set("name")} required />
      <TextField
        name="address"
        label={t("who.address")}
        help={t("who.addressHelp")}
        type="email"
        value={who.address}
        change={set("address")}
        required
      />
      <TextField
        name="owner"
        label={t("who.owner")}
        help={t("who.ownerHelp")}
        type="email"
        value={who.owner}
        change={set("owner")}
        required
      />
      <TextField
        name="postalAddress"
        label={t("who.postal")}
        help={t("who.postalHelp")}
        value={who.postalAddress}
        change={set("postalAddress")}
        required
      />
      <TextField name="website" label={t("who.website")} type="url" value={who.website} change={set("website")} required />
    </Form>
  );
}
