import { PriorityFigure } from "./priority-figure.tsx";
import { StatusFigure } from "./status-figure.tsx";
import { WeeksFigure } from "./weeks-figure.tsx";
import "./figures.css";

/** How it all goes: three figures, each a table as well. */
export default function Figures() {
  return (
    <div class="figures-grid">
      <StatusFigure />
      <PriorityFigure />
      <WeeksFigure />
    </div>
  );
}
