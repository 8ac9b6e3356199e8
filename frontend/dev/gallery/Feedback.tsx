import { Link } from '@tanstack/react-router';
import { ApiError } from '../../src/lib/ApiError';
import { Button } from '../../src/ui/Button';
import { Banner } from '../../src/ui/feedback/Banner';
import { Empty } from '../../src/ui/feedback/Empty';
import { ErrorNote } from '../../src/ui/feedback/ErrorNote';
import { JobProgress } from '../../src/ui/feedback/JobProgress';
import { Progress } from '../../src/ui/feedback/Progress';
import { Skeleton } from '../../src/ui/feedback/Skeleton';
import { showToast } from '../../src/ui/feedback/toast';
import { Grid, Row, Sample } from './Sample';

export function Feedback() {
  return (
    <Grid>
      <Sample name="Banner">
        <Banner title="2 人今天要答复">
          否则答复率降到 84%。<Link to="/">只看这 2 人</Link>
        </Banner>
        <Banner tone="success" title="已提交">
          服务站 2 个工作日内核验，结果会发短信给您。
        </Banner>
        <Banner tone="warn">1 笔账号三个月内改过，1 笔与另一人同账号。</Banner>
        <Banner tone="danger" title="这个岗位不能发布">
          写了性别要求。《就业促进法》第二十七条不允许，请删去。
        </Banner>
      </Sample>
      <Sample name="ErrorNote">
        <ErrorNote error={new ApiError(0, { code: 'unreachable' })} onRetry={() => {}} />
      </Sample>
      <Sample name="Empty">
        <Empty title="还没有人投递" actions={<Button variant="secondary">邀请前 10 位</Button>}>
          37 位老兵符合这个岗位的要求。
        </Empty>
      </Sample>
      <Sample name="Progress">
        <Progress label="正在导入 1,284 行" done={512} total={1284} note="可以离开这一页" />
        <Progress label="正在准备文件" done={0} />
      </Sample>
      <Sample name="JobProgress：排队、办理、办完、没办成">
        <JobProgress label="导入 1,284 人" state="waiting" done={0} onCancel={() => {}} />
        <JobProgress
          label="导入 1,284 人"
          state="running"
          step="正在核对身份证号"
          done={512}
          total={1284}
          elapsedSeconds={75}
          onCancel={() => {}}
        />
        <JobProgress
          label="导入 1,284 人"
          state="done"
          done={1284}
          total={1284}
          result={
            <>
              写入 1,280 人，4 行要改。<Link to="/">看结果</Link>
            </>
          }
        />
        <JobProgress
          label="导入 1,284 人"
          state="failed"
          done={512}
          error={new ApiError(0, { code: 'unreachable' })}
          onRetry={() => {}}
        />
      </Sample>
      <Sample name="Toast：6 秒，可撤销 10 秒，Ctrl+Z">
        <Row>
          <Button variant="secondary" onClick={() => showToast({ text: '已保存' })}>
            说一声
          </Button>
          <Button
            variant="secondary"
            onClick={() =>
              showToast({
                text: '已把张** 移到面试',
                onUndo: () => showToast({ text: '已移回沟通中' }),
              })
            }
          >
            移到面试
          </Button>
        </Row>
      </Sample>
      <Sample name="Skeleton">
        <Skeleton cards={1} />
      </Sample>
    </Grid>
  );
}
