/** The popup's ways into the options: a list, sliders, a question mark. */
import { Icon } from '../icons';

export const ListIcon = () => (
  <Icon>
    <path d="M6 4h7.5M6 8h7.5M6 12h7.5M2.8 4h.01M2.8 8h.01M2.8 12h.01" />
  </Icon>
);
export const SlidersIcon = () => (
  <Icon>
    <path d="M2.5 5h6M12.5 5h1M2.5 11h1M7.5 11h6" />
    <circle cx="10.5" cy="5" r="1.8" />
    <circle cx="5.5" cy="11" r="1.8" />
  </Icon>
);
export const HelpIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6" />
    <path d="M6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2M8 11.2h.01" />
  </Icon>
);
