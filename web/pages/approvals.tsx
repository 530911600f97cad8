import { ApprovalsView } from "../features/approvals/approvals-view.tsx";

export default function Approvals() {
  return <ApprovalsView />;
}
