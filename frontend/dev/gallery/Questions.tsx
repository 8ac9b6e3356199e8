import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../../src/lib/ApiError';
import { Button } from '../../src/ui/Button';
import { CheckAnswers } from '../../src/ui/form/CheckAnswers';
import { ChooseOne } from '../../src/ui/form/Choices';
import { Flow } from '../../src/ui/form/Flow';
import { FieldRow, Form, FormPart } from '../../src/ui/form/Form';
import { MergeDialog } from '../../src/ui/form/merge/MergeDialog';
import { mergeOf } from '../../src/ui/form/merge/merge';
import { NumberField } from '../../src/ui/form/NumberField';
import { Repeater } from '../../src/ui/form/Repeater';
import { TaskList } from '../../src/ui/form/TaskList';
import { TextField } from '../../src/ui/form/TextField';
import { useForm } from '../../src/ui/form/useForm';
import { Verdict } from '../../src/ui/verdict/Verdict';
import { Grid, Sample } from './Sample';

export function Questions() {
  return (
    <Grid>
      <Sample name="Form、ErrorSummary：提交一次看看">
        <PositionForm />
      </Sample>
      <Sample name="MergeDialog：两个人同时改">
        <Meanwhile />
      </Sample>
      <Sample name="Flow：一页一问">
        <Asking />
      </Sample>
      <Sample name="TaskList">
        <TaskList
          tasks={[
            { key: 'a', title: <Link to="/">服役经历</Link>, note: '2 段', state: 'done' },
            { key: 'b', title: <Link to="/">技能和证书</Link>, state: 'started' },
            { key: 'c', title: <Link to="/">想做的工作</Link>, state: 'open' },
            { key: 'd', title: '提交', note: '前三项填好后', state: 'blocked' },
          ]}
        />
      </Sample>
      <Sample name="CheckAnswers">
        <CheckAnswers
          answers={[
            { question: '姓名', answer: '张**', change: (words) => <Link to="/">{words}</Link> },
            {
              question: '最低月薪',
              answer: '6,000 元',
              change: (words) => <Link to="/">{words}</Link>,
            },
            { question: '备注', answer: '', change: (words) => <Link to="/">{words}</Link> },
          ]}
        />
      </Sample>
      <Sample name="Repeater">
        <Experiences />
      </Sample>
      <Sample name="Verdict：核对材料，通过或不通过">
        <Verdict
          name="张**"
          facts={[{ label: '姓名', value: '张**' }]}
          papers={['身份证原件', '退出现役证']}
          refusal={{ hint: '本人看得到这句话' }}
          etag=""
          verify={{
            mutate: (_, { onSuccess }) => onSuccess(),
            reset: () => {},
            error: null,
            isPending: false,
          }}
          onReload={() => {}}
        />
      </Sample>
    </Grid>
  );
}

const refused = new ApiError(422, {
  code: 'invalid' as never,
  errors: [{ pointer: '/title', code: 'too_long' as never, detail: '岗位名称太长，最多 40 个字' }],
});

function PositionForm() {
  const [refusal, setRefusal] = useState<unknown>();
  const form = useForm({
    initial: { title: '', headcount: null as number | null },
    check: ({ title, headcount }) => ({
      title: title.trim() ? undefined : '请填岗位名称',
      headcount: headcount ? undefined : '请填招聘人数，至少 1 人',
    }),
    refusal,
  });
  return (
    <Form
      form={form}
      submit="发布岗位"
      beside={<Button variant="quiet">先存草稿</Button>}
      onSubmit={() => setRefusal(refused)}
    >
      <FormPart title="基本情况" lead="老兵最先看到的几项。">
        <TextField label="岗位名称" {...form.field('title')} />
        <FieldRow>
          <NumberField label="招聘人数" unit="人" {...form.field('headcount')} />
        </FieldRow>
      </FormPart>
    </Form>
  );
}

const base = { title: '电工', place: '乍浦镇', contact: '王经理' };
const mine = { ...base, title: '夜班巡检电工', place: '当湖街道' };
const theirs = { title: '维修电工', place: '新埭镇', contact: '李经理' };
const say = (text: string) => text;

function Meanwhile() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        看别人改了什么
      </Button>
      {isOpen && (
        <MergeDialog
          merge={mergeOf(base, mine, theirs)}
          theirs={theirs}
          fields={{
            title: { label: '岗位名称', say },
            place: { label: '工作地点', say },
            contact: { label: '联系人', say },
          }}
          onSave={close}
          onClose={close}
        />
      )}
    </>
  );
}

function Asking() {
  const [step, setStep] = useState('shift');
  const [answer, setAnswer] = useState('');
  const choices = [
    { value: 'yes', label: '接受' },
    { value: 'no', label: '不接受' },
  ];
  return (
    <Flow
      current={step}
      onStep={setStep}
      finish="看结果"
      onFinish={() => setStep('shift')}
      steps={[
        {
          key: 'shift',
          title: '您接受夜班吗？',
          lead: '不影响您看其他岗位。',
          content: (
            <ChooseOne legend="夜班" value={answer} choices={choices} onChange={setAnswer} />
          ),
        },
        {
          key: 'housing',
          title: '需要提供住宿吗？',
          content: (
            <ChooseOne legend="住宿" value={answer} choices={choices} onChange={setAnswer} />
          ),
        },
      ]}
    />
  );
}

function Experiences() {
  const [items, setItems] = useState([{ id: '1', title: '汽车修理班长' }]);
  return (
    <Repeater
      items={items}
      keyOf={({ id }) => id}
      titleOf={(_, index) => `第 ${index + 1} 段经历`}
      fresh={() => ({ id: String(Date.now()), title: '' })}
      add="再加一段经历"
      onChange={setItems}
    >
      {(item, _, change) => (
        <TextField label="职务" value={item.title} onChange={(title) => change({ title })} />
      )}
    </Repeater>
  );
}
