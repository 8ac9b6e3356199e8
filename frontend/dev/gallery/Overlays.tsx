import { useState } from 'react';
import { Button } from '../../src/ui/Button';
import CommandPalette from '../../src/ui/overlay/CommandPalette';
import { Dialog } from '../../src/ui/overlay/Dialog';
import { Drawer } from '../../src/ui/overlay/Drawer';
import { Menu } from '../../src/ui/overlay/Menu';
import { Explain, Popover } from '../../src/ui/overlay/Popover';
import { Row, Sample } from './Sample';

const nothing = () => {};

export function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'drawer' | 'palette'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Sample name="Dialog、Drawer、CommandPalette">
        <Row>
          <Button variant="secondary" onClick={() => setOpen('dialog')}>
            撤回推荐
          </Button>
          <Button variant="secondary" onClick={() => setOpen('drawer')}>
            看详情
          </Button>
          <Button variant="secondary" onClick={() => setOpen('palette')}>
            查找或前往
          </Button>
        </Row>
      </Sample>
      <Sample name="Menu、Popover、Explain">
        <Row>
          <Menu
            label="移到"
            items={[
              { key: 'talk', label: '沟通中', onChoose: nothing },
              { key: 'meet', label: '面试', onChoose: nothing },
              { key: 'no', label: '不合适', isDanger: true, onChoose: nothing },
            ]}
          />
          <Menu
            isMore
            label="更多操作"
            items={[{ key: 'copy', label: '复制这个岗位', onChoose: nothing }]}
          />
          <Popover label="口径说明">数据截至今天 8:00，只算已核验的人。</Popover>
          <Explain term="稳定就业">同一单位参保满 6 个月。</Explain>
        </Row>
      </Sample>
      {open === 'dialog' && (
        <Dialog
          title="撤回对张** 的推荐？"
          onClose={close}
          actions={
            <>
              <Button variant="danger" onClick={close}>
                撤回推荐
              </Button>
              <Button variant="quiet" onClick={close}>
                不撤回
              </Button>
            </>
          }
        >
          <p>单位会收到通知，张** 的资料对单位不再可见。</p>
        </Dialog>
      )}
      {open === 'drawer' && (
        <Drawer title="张**" onClose={close} onNext={nothing} onPrevious={nothing}>
          <p>在列表旁边看一条的详情，不离开列表。</p>
        </Drawer>
      )}
      {open === 'palette' && (
        <CommandPalette
          onClose={close}
          commands={[
            { key: 'people', label: '老兵名册', words: 'people', note: '页面', onRun: nothing },
            { key: 'new', label: '登记老兵', words: 'new', note: '操作', onRun: nothing },
          ]}
        />
      )}
    </>
  );
}
