import { RoleTable } from "./roles/RoleTable.tsx";
import { Team } from "./Team.tsx";

/** Who is in the team, and below it what each role may do. */
export function TeamAndRoles() {
  return (
    <>
      <Team />
      <RoleTable />
    </>
  );
}
