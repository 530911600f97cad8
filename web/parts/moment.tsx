import { type IsoTime, toMs } from "../../shared/time.ts";
import { now } from "../platform/now.ts";
import { exactMoment, shortMoment } from "../presentation/moments.ts";

/** A moment as short as it is clear; the exact one on demand. `as` chooses another wording. */
export const Moment = (props: { at: IsoTime; as?: (ms: number, nowMs: number) => string }) => (
  <time dateTime={props.at} title={exactMoment(toMs(props.at))}>
    {(props.as ?? shortMoment)(toMs(props.at), now())}
  </time>
);
