/** Who plays which part in a ticket of the demo workspace. */
import type { Person } from "../../shared/access/directory.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import type { Brief, Voice } from "./briefs/brief.ts";
import type { Chance } from "./chance.ts";
import type { Ending } from "./endings.ts";

export interface Cast extends Record<Voice, Person> {
  departmentHead: Person;
}

const members: Record<NonNullable<Brief["from"]> | "marketing", readonly SampleUsername[]> = {
  marketing: ["marketing-1", "marketing-2"],
  sales: ["sales-1"],
  creative: ["creative-2", "creative-3"],
};
const heads = { marketing: "marketing-head", sales: "sales-head", creative: "creative-head" } as const;

/** `ending` matters: the creative department's own requests never wait for the first approval. */
export const chooseCast = (brief: Brief, ending: Ending, chance: Chance): Cast => {
  const waits = ["requested", "rejected", "trashed"].includes(ending);
  const from = waits && brief.from === "creative" ? "marketing" : (brief.from ?? "marketing");
  const requester = isApproved(ending) && chance.oneIn(6) ? heads[from] : chance.pick(members[from]);
  const team = (["creative-1", "creative-2", "creative-3"] as const).filter((name) => name !== requester);
  const assignee = chance.pick(team);
  return {
    requester: people[requester],
    departmentHead: people[heads[from]],
    head: people["creative-head"],
    assignee: people[assignee],
    collaborator: people[chance.pick(team.filter((name) => name !== assignee))],
  };
};

const isApproved = (ending: Ending): boolean =>
  !["draft", "requested", "pending_creative", "rejected", "trashed"].includes(ending);
