import type { RequestType } from "../../../shared/ticket/ticket.ts";
import { ads } from "./ads.ts";
import type { Brief } from "./brief.ts";
import { liveProduction } from "./live-production.ts";
import { photoshoot } from "./photoshoot.ts";
import { socmedPosting } from "./socmed-posting.ts";
import { telegramChannel } from "./telegram-channel.ts";
import { videoshoot } from "./videoshoot.ts";
import { websiteBanner } from "./website-banner.ts";

export const briefs: Record<RequestType, readonly Brief[]> = {
  socmed_posting: socmedPosting,
  website_banner: websiteBanner,
  photoshoot,
  videoshoot,
  live_production: liveProduction,
  ads,
  telegram_channel: telegramChannel,
};
