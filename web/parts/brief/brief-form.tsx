import { lazy, Show, Suspense } from "solid-js";
import { maxQuantity, maxTitleLength } from "../../../shared/ticket/field-schemas.ts";
import type { Missing } from "../../../shared/ticket/missing-for-submit.ts";
import {
  deriveCriteria,
  hasItems,
  type RequestTypeRules,
  requestTypeRules,
} from "../../../shared/ticket/request-types.ts";
import { type FieldKey, fileFormats, requestTypes } from "../../../shared/ticket/ticket.ts";
import { t } from "../../i18n/messages.ts";
import { missingText } from "../../presentation/missing-text.ts";
import type { OpenTicket } from "../../sync/device.ts";
import { Field } from "../../ui/field.tsx";
import { Quantity } from "../../ui/quantity.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { useDevice } from "../session-context.ts";
import { ItemsField } from "./items-field.tsx";
import { PriorityField } from "./priority-field.tsx";
import { ScheduleFields } from "./schedule-fields.tsx";
import { SuggestedField } from "./suggested-field.tsx";
import "./brief-form.css";

const DescriptionEditor = lazy(() => import("../../editor/description-editor.tsx"));

interface BriefFormProps {
  open: OpenTicket;
  missing: Missing;
  /** The description is written here as well; elsewhere it has a section of its own. */
  withDescription: boolean;
}

/** What a request says, asking only what its type needs. Every change is kept as it is made. */
export const BriefForm = (props: BriefFormProps) => {
  const device = useDevice();
  const fields = () => props.open.ticket().fields;
  const rules = () => {
    const { requestType } = fields();
    return requestType === null ? null : requestTypeRules[requestType];
  };
  /** The type or the format alone may say what kind of work it is. */
  const counts = (settles: (criteria: RequestTypeRules["criteria"]) => boolean): string | undefined => {
    const criteria = deriveCriteria(fields(), device.directory());
    const known = rules();
    return known === null || criteria === null || !settles(known.criteria)
      ? undefined
      : t.intake.counts(t.words.criteria[criteria]);
  };
  const asks = (key: FieldKey) => rules()?.asksFor.includes(key) === true;
  const error = (key: FieldKey) => missingText(props.missing, key);
  return (
    <div class="brief-form">
      <Select
        label={t.words.field.requestType}
        placeholder={t.intake.chooseType}
        hint={counts((criteria) => criteria === "image" || criteria === "video")}
        error={error("requestType")}
        value={fields().requestType ?? ""}
        options={requestTypes.map((value) => ({ value, label: t.words.requestType[value] }))}
        onChange={(value) => props.open.setField("requestType", value === "" ? null : value)}
      />
      <Field
        label={t.intake.title}
        hint={fields().title.length >= maxTitleLength ? t.intake.missing.too_long : undefined}
        error={error("title")}
      >
        {(control) => (
          <textarea
            {...control}
            class="line brief-title"
            rows={1}
            maxLength={maxTitleLength}
            placeholder={t.intake.titlePlaceholder}
            value={fields().title}
            onInput={(event) => props.open.setField("title", event.currentTarget.value.replaceAll("\n", " "))}
          />
        )}
      </Field>
      <Show when={props.withDescription}>
        <div class="field brief-description">
          <span class="field-label t2">{t.words.field.description}</span>
          <Suspense>
            <DescriptionEditor open={props.open} isEditable />
          </Suspense>
        </div>
      </Show>
      <Department open={props.open} error={error("department")} />
      <Show when={asks("scheduledStart")}>
        <ScheduleFields open={props.open} startError={error("scheduledStart")} endError={error("scheduledEnd")} />
      </Show>
      <Show when={asks("fileFormat")}>
        <Select
          label={t.words.field.fileFormat}
          placeholder={t.intake.chooseFormat}
          hint={counts((criteria) => criteria === "from file format")}
          error={error("fileFormat")}
          value={fields().fileFormat ?? ""}
          options={fileFormats.map((value) => ({ value, label: t.words.fileFormat[value] }))}
          onChange={(value) => props.open.setField("fileFormat", value === "" ? null : value)}
        />
      </Show>
      <Show when={asks("criteria")}>
        <Segmented
          label={t.words.field.criteria}
          error={error("criteria")}
          value={fields().criteria}
          options={(["image", "video"] as const).map((value) => ({ value, label: t.words.criteria[value] }))}
          onChange={(value) => props.open.setField("criteria", value)}
        />
      </Show>
      <PriorityField open={props.open} />
      <Show
        when={hasItems(fields())}
        fallback={
          <Field label={t.words.field.quantity} error={error("quantity")}>
            {(control) => (
              <Quantity
                id={control.id}
                value={fields().quantity}
                max={maxQuantity}
                onChange={(value) => props.open.setField("quantity", value)}
              />
            )}
          </Field>
        }
      >
        <ItemsField open={props.open} error={error("items")} />
      </Show>
      <Product open={props.open} error={error("product")} />
      <SuggestedField open={props.open} />
    </div>
  );
};

/** Only admins ask on behalf of another department. */
const Department = (props: { open: OpenTicket; error: string | undefined }) => {
  const device = useDevice();
  const departments = () => [...device.directory().departments.values()].filter((department) => department.isActive);
  return (
    <Show when={device.me().role === "admin"}>
      <Select
        label={t.words.field.department}
        placeholder={t.intake.chooseDepartment}
        error={props.error}
        value={props.open.ticket().fields.department ?? ""}
        options={departments().map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => props.open.setField("department", value === "" ? null : value)}
      />
    </Show>
  );
};

const Product = (props: { open: OpenTicket; error: string | undefined }) => {
  const device = useDevice();
  const fields = () => props.open.ticket().fields;
  const products = () =>
    [...device.directory().products.values()].filter(
      (product) => product.category === "general" && (product.isActive || product.id === fields().product),
    );
  return (
    <Show when={fields().requestType !== null && !hasItems(fields()) && products().length > 0}>
      <Select
        label={t.words.field.product}
        placeholder={t.intake.noProduct}
        isOptional
        error={props.error}
        value={fields().product ?? ""}
        options={products().map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => props.open.setField("product", value === "" ? null : value)}
      />
    </Show>
  );
};
