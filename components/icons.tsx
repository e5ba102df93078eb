/** The icons that we drew: one stroke, 16 units, the colour of the text around them. */
import type { ComponentChildren } from 'preact';

export function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="15"
      height="15"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A relation's shape: unequal, equal, about equal, quotation. */
export function RelationIcon({ relation }: { relation: string }) {
  if (relation === 'contradicts')
    return (
      <Icon>
        <path d="M3 6h10M3 10h10M10.5 3l-5 10" />
      </Icon>
    );
  if (relation === 'confirms')
    return (
      <Icon>
        <path d="M3 6h10M3 10h10" />
      </Icon>
    );
  if (relation === 'related')
    return (
      <Icon>
        <path d="M3 6.5c1.6-1.6 3.4-1.6 5 0s3.4 1.6 5 0M3 11c1.6-1.6 3.4-1.6 5 0s3.4 1.6 5 0" />
      </Icon>
    );
  return (
    <Icon>
      <path d="M3 5h3v4l-2 2M9.5 5h3v4l-2 2" />
    </Icon>
  );
}

export const PinIcon = () => (
  <Icon>
    <path d="M6 2.5h4l-.5 4 2.5 2.5h-8l2.5-2.5zM8 9v5" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);
export const CopyIcon = () => (
  <Icon>
    <path d="M6 5.5h7v8H6zM10 5.5v-3H3v8h3" />
  </Icon>
);
export const MuteIcon = () => (
  <Icon>
    <path d="M3 13L13 3M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.4" />
  </Icon>
);
