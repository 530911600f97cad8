/** Roles, departments and accounts change while everybody works. */
import type { UserId } from "../shared/ids.ts";
import { departments, people } from "../shared/sample-world.ts";
import type { SimRandom } from "./random.ts";
import type { World } from "./world.ts";

/** Half of the time it meets somebody who keeps a ticket open whatever they are told: a right is lost under their eyes. */
export const changeRights = (world: World, random: SimRandom, looking: readonly UserId[]): string => {
  const { directories } = world;
  const changeable = [
    people["marketing-head"],
    people["creative-head"],
    people["creative-1"],
    people["sales-1"],
    people["marketing-1"],
  ];
  const lookers = changeable.filter(({ id }) => looking.includes(id));
  const isUnderTheirEyes = lookers.length > 0 && random.chance(0.5);
  const person = random.pick(isUnderTheirEyes ? lookers : changeable);
  const now = directories.now().people.get(person.id) ?? person;
  const kind = random.weighted(
    isUnderTheirEyes && now.isActive
      ? { role: 3, department: 2, inactive: 5, back: 0, head: 0 }
      : { role: 4, department: 3, inactive: 1, back: 4, head: 2 },
  );
  if (kind === "role") directories.changePerson(person.id, { role: now.role === "manager" ? "member" : "manager" });
  if (kind === "department")
    directories.changePerson(person.id, { department: random.pick(Object.values(departments)).id });
  if (kind === "inactive") directories.changePerson(person.id, { isActive: !now.isActive });
  if (kind === "back") directories.changePerson(person.id, person);
  if (kind === "head") directories.changeDepartment(departments.marketing.id, { head: random.pick([person.id, null]) });
  return `${person.username}: ${kind}`;
};
