import "./merge.css";
import { useState } from "react";
import { useText } from "../../i18n/language.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import type { Named } from "./merge-acts.ts";
import { Comparison } from "./Comparison.tsx";
import { PersonSearch } from "./PersonSearch.tsx";

/** Merging somebody with another: who it is, what there would be, and only then is it done. */
export function MergeDialog(props: { readonly person: Named; readonly other?: Named; readonly close: () => void }) {
  const { t } = useText();
  const [other, setOther] = useState<Named | undefined>(props.other);
  return (
    <Dialog isOpen close={props.close} title={t("merge.title")} place="wide">
      {other === undefined ? (
        <PersonSearch but={props.person.id} choose={setOther} />
      ) : (
        <Comparison
          key={other.id}
          one={props.person}
          other={other}
          close={props.close}
          {...(props.other === undefined ? { chooseAnother: () => setOther(undefined) } : {})}
        />
      )}
    </Dialog>
  );
}
