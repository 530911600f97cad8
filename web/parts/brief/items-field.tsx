import { For, Show } from "solid-js";
import type { ProductId } from "../../../shared/ids.ts";
import { maxQuantity } from "../../../shared/ticket/field-schemas.ts";
import { deriveCriteria, requestTypeRules, totalQuantity } from "../../../shared/ticket/request-types.ts";
import type { ProductItem } from "../../../shared/ticket/ticket.ts";
import { t } from "../../i18n/messages.ts";
import type { OpenTicket } from "../../sync/device.ts";
import { IconButton } from "../../ui/button.tsx";
import { Quantity } from "../../ui/quantity.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useDevice } from "../session-context.ts";
import "./items-field.css";

/** Products with a quantity each, and what they make together. */
export const ItemsField = (props: { open: OpenTicket; error: string | undefined }) => {
  const device = useDevice();
  const fields = () => props.open.ticket().fields;
  const items = () => fields().items;
  const write = (next: ProductItem[]) => props.open.setField("items", next);
  const criteria = () => deriveCriteria(fields(), device.directory());
  const offered = () => {
    const { requestType } = fields();
    const category = requestType === null ? null : requestTypeRules[requestType].productCategory;
    return [...device.directory().products.values()].filter(
      (product) =>
        product.category === category && product.isActive && !items().some((item) => item.product === product.id),
    );
  };
  return (
    <Section
      title={t.intake.items.heading}
      count={totalQuantity(fields())}
      aside={
        <Show when={criteria()}>
          {(known) => (
            <span class="t2 ink-2">
              {t.words.field.criteria} <b>{t.words.criteria[known()]}</b>
            </span>
          )}
        </Show>
      }
    >
      <ul>
        <For each={items().map((item) => item.product)}>
          {(product) => (
            <ItemRow
              product={product}
              quantity={items().find((item) => item.product === product)?.quantity ?? 1}
              onQuantity={(quantity) =>
                write(items().map((item) => (item.product === product ? { product, quantity } : item)))
              }
              onRemove={() => write(items().filter((item) => item.product !== product))}
            />
          )}
        </For>
      </ul>
      <Show when={offered().length > 0 || props.error !== undefined}>
        <Select
          label={t.intake.addProduct}
          placeholder={t.intake.chooseProduct}
          error={props.error}
          value=""
          options={offered().map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(product) => {
            if (product !== "") write([...items(), { product, quantity: 1 }]);
          }}
        />
      </Show>
    </Section>
  );
};

interface ItemRowProps {
  product: ProductId;
  quantity: number;
  onQuantity: (quantity: number) => void;
  onRemove: () => void;
}

const ItemRow = (props: ItemRowProps) => {
  const device = useDevice();
  const product = () => device.directory().products.get(props.product);
  const name = () => product()?.name ?? t.words.field.product;
  return (
    <li class="item">
      <div class="item-name">
        <p>
          <b>{name()}</b>
        </p>
        <p class="t2 ink-2">
          <Show when={product()}>{(known) => t.words.criteria[known().mediaType]}</Show>
        </p>
      </div>
      <Quantity
        label={t.intake.items.quantityOf(name())}
        value={props.quantity}
        max={maxQuantity}
        onChange={props.onQuantity}
      />
      <IconButton label={t.intake.items.remove(name())} icon="icon-x" onClick={props.onRemove} />
    </li>
  );
};
