import { createUniqueId, For, Show } from "solid-js";
import type { Product } from "../../../shared/access/directory.ts";
import type { ProductId } from "../../../shared/ids.ts";
import { maxQuantity } from "../../../shared/ticket/field-schemas.ts";
import { deriveCriteria, requestTypeRules, totalQuantity } from "../../../shared/ticket/request-types.ts";
import type { ProductItem } from "../../../shared/ticket/ticket.ts";
import { t } from "../../i18n/messages.ts";
import type { OpenTicket } from "../../sync/device.ts";
import { IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Quantity } from "../../ui/quantity.tsx";
import { Section } from "../../ui/section.tsx";
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
        <AddProduct
          offered={offered()}
          error={props.error}
          onAdd={(product) => write([...items(), { product, quantity: 1 }])}
        />
      </Show>
    </Section>
  );
};

interface AddProductProps {
  offered: readonly Product[];
  error: string | undefined;
  onAdd: (product: ProductId) => void;
}

/** The device's own picker, drawn as what it does. */
const AddProduct = (props: AddProductProps) => {
  const id = createUniqueId();
  return (
    <div class="add-product" classList={{ "field-wrong": props.error !== undefined }}>
      <Icon name="icon-plus" large />
      <select
        class="t3"
        aria-label={t.intake.addProduct}
        aria-invalid={props.error === undefined ? undefined : "true"}
        aria-describedby={props.error === undefined ? undefined : id}
        onChange={(event) => {
          const product = props.offered.find((one) => one.id === event.currentTarget.value);
          event.currentTarget.value = "";
          if (product !== undefined) props.onAdd(product.id);
        }}
      >
        <option value="" selected disabled>
          {t.intake.addProduct}
        </option>
        <For each={props.offered}>{({ id: value, name }) => <option value={value}>{name}</option>}</For>
      </select>
      <Show when={props.error}>
        <p class="field-note t2" id={id}>
          {props.error}
        </p>
      </Show>
    </div>
  );
};

const glyphs = { image: "icon-image", video: "icon-film" } as const satisfies Record<Product["mediaType"], string>;

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
      <Show when={product()}>
        {(known) => (
          <span class="item-print ink-2">
            <Icon name={glyphs[known().mediaType]} large />
          </span>
        )}
      </Show>
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
