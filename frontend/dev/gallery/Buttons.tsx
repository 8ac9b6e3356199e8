import { Menu as MenuSign, MoreHorizontal, Search, X } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonLink } from '../../src/ui/Button';
import { IconButton } from '../../src/ui/IconButton';
import { Row, Sample } from './Sample';

export function Buttons() {
  const [isPressed, setPressed] = useState(true);
  return (
    <>
      <Sample name="Button：主要、次要、轻、危险">
        <Row>
          <Button>投递</Button>
          <Button variant="secondary">收藏</Button>
          <Button variant="quiet">以后再说</Button>
          <Button variant="danger">撤销导入</Button>
        </Row>
      </Sample>
      <Sample name="Button：正在办、按下">
        <Row>
          <Button isPending>正在提交</Button>
          <Button variant="secondary" isPending>
            正在导出
          </Button>
          <Button
            variant="secondary"
            aria-pressed={isPressed}
            onClick={() => setPressed(!isPressed)}
          >
            只看待办
          </Button>
        </Row>
      </Sample>
      <Sample name="ButtonLink">
        <Row>
          <ButtonLink to="/">去搜索岗位</ButtonLink>
          <ButtonLink to="/" variant="secondary">
            看全部
          </ButtonLink>
        </Row>
      </Sample>
      <Sample name="IconButton：只用于关闭、搜索、菜单、更多">
        <Row>
          <IconButton icon={X} label="关闭" />
          <IconButton icon={Search} label="搜索" />
          <IconButton icon={MenuSign} label="菜单" />
          <IconButton icon={MoreHorizontal} label="更多" />
        </Row>
      </Sample>
    </>
  );
}
