import { Button, VisuallyHidden } from "@mantine/core";
import { IconLogout, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../api/use-me.ts";
import { useText } from "../i18n/language.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Face } from "../parts/Face.tsx";
import { sessionConfig } from "./session-config.ts";
import { signOut } from "./sign-out.ts";

/** Who one is here, what one may do, and the way out. On the local runtime one may be somebody else at a click. */
export function UserMenu() {
  const { t } = useText();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (me === undefined) return null;
  const role = me.role === null ? "" : t(`role.${me.role}`);
  return (
    <>
      <button type="button" className="who-menu" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Face name={me.name} />
        <span>
          <span className="clip">{me.name}</span>
          <span className="clip quiet small">{role}</span>
          <VisuallyHidden>{t("who.title")}</VisuallyHidden>
        </span>
      </button>
      <Dialog isOpen={isOpen} close={() => setOpen(false)} title={t("who.title")}>
        {isOpen ? <Account /> : null}
      </Dialog>
    </>
  );
}

function Account() {
  const { t, language } = useText();
  const me = useMe();
  const config = useQuery({ queryKey: ["session-config"], queryFn: sessionConfig, staleTime: Number.POSITIVE_INFINITY }).data;
  const change = (): void => {
    if (config?.kind === "oidc") void import("./begin.ts").then(({ beginSignIn }) => beginSignIn(config, language));
  };
  return (
    <div className="stack">
      <div>
        <strong>{me?.name}</strong>
        <p className="quiet break">{me?.email}</p>
      </div>
      {me === undefined || me.role === null ? null : (
        <div>
          <strong>{t(`role.${me.role}`)}</strong>
          <p className="quiet">{t(`roleMay.${me.role}`)}</p>
        </div>
      )}
      {config?.kind === "oidc" && config.demo ? (
        <div className="stack">
          <p className="quiet small">{t("who.switchHelp")}</p>
          <Button variant="default" leftSection={<IconUsers size={18} stroke={1.7} aria-hidden />} onClick={change}>
            {t("who.switch")}
          </Button>
        </div>
      ) : null}
      <Button variant="default" leftSection={<IconLogout size={18} stroke={1.7} aria-hidden />} onClick={() => void signOut()}>
        {t("who.signOut")}
      </Button>
    </div>
  );
}
