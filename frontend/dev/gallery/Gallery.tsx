// Each component of src/ui in each of its states, at /dev/ui: to look at, to test, to choose from. In
// development and in the build for tests only; its words are samples and Chinese only.
import type { ReactNode } from 'react';
import { WidePage } from '../../src/ui/WidePage';
import { Buttons } from './Buttons';
import { Charts } from './Charts';
import { Data } from './Data';
import { Feedback } from './Feedback';
import { Fields } from './Fields';
import styles from './Gallery.module.css';
import { Lists } from './Lists';
import { Overlays } from './Overlays';
import { Paper } from './Paper';
import { Questions } from './Questions';

const parts: Record<string, () => ReactNode> = {
  按钮: Buttons,
  填写: Fields,
  '表单、问答、核对': Questions,
  '提示、等待、空白': Feedback,
  数据: Data,
  图: Charts,
  弹出: Overlays,
  列表: Lists,
  打印: Paper,
};

export function Gallery() {
  return (
    <WidePage title="组件一览" lead="每个组件的每种状态。颜色、字号、语言用右上角的按钮切换。">
      {Object.entries(parts).map(([title, Part]) => (
        <section key={title} className={styles.part} id={title}>
          <h2>{title}</h2>
          <Part />
        </section>
      ))}
    </WidePage>
  );
}
