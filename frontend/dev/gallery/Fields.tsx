import { useState } from 'react';
import { Check } from '../../src/ui/form/Check';
import { CheckGroup, RadioGroup } from '../../src/ui/form/CheckGroup';
import { ChooseMany, ChooseOne } from '../../src/ui/form/Choices';
import { ComboBox, type Suggestion } from '../../src/ui/form/ComboBox';
import { DateField } from '../../src/ui/form/DateField';
import { FileField } from '../../src/ui/form/FileField';
import { ManyBox } from '../../src/ui/form/ManyBox';
import { MoneyField } from '../../src/ui/form/MoneyField';
import { NumberField } from '../../src/ui/form/NumberField';
import { PermitNote } from '../../src/ui/form/permit/PermitNote';
import { SearchField } from '../../src/ui/form/SearchField';
import { Select } from '../../src/ui/form/Select';
import { SuggestField } from '../../src/ui/form/SuggestField';
import { Switch } from '../../src/ui/form/Switch';
import { TextArea } from '../../src/ui/form/TextArea';
import { TextField } from '../../src/ui/form/TextField';
import { OccupationTasks } from '../../src/ui/form/tasks/OccupationTasks';
import { Grid, Sample } from './Sample';
import { suggestOccupation } from './samples';

export function Fields() {
  return (
    <>
      <Grid>
        <Lines />
        <Figures />
      </Grid>
      <Grid>
        <Choosing />
      </Grid>
    </>
  );
}

function Lines() {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState('33048219900101');
  const [long, setLong] = useState('在部队负责车辆维修，带过 3 名新兵。');
  const [query, setQuery] = useState('电工');
  return (
    <>
      <Sample name="TextField">
        <TextField label="姓名" hint="和身份证一致" value={text} onChange={setText} />
        <TextField label="单位电话" isOptional value="" onChange={() => {}} inputMode="tel" />
        <TextField
          label="身份证号"
          value={wrong}
          onChange={setWrong}
          error="身份证号少 4 位，请核对"
        />
      </Sample>
      <Sample name="TextArea：字数">
        <TextArea label="做过什么" value={long} onChange={setLong} maxLength={200} />
        <TextArea label="一句话介绍" value={long} onChange={setLong} maxLength={12} />
      </Sample>
      <Sample name="SearchField">
        <SearchField
          label="岗位、单位"
          placeholder="岗位、单位"
          value={query}
          onSearch={setQuery}
        />
      </Sample>
    </>
  );
}

function Figures() {
  const [count, setCount] = useState<number | null>(3);
  const [fen, setFen] = useState<number | null>(128_437);
  const [day, setDay] = useState('2026-11-23');
  const [none, setNone] = useState('');
  const [files, setFiles] = useState<File[]>([
    new File(['x'.repeat(48_000)], '2026年11月老兵名册.xlsx', { lastModified: 1 }),
  ]);
  return (
    <>
      <Sample name="NumberField">
        <NumberField
          label="招聘人数"
          unit="人"
          min={1}
          max={99}
          value={count}
          onChange={setCount}
        />
      </Sample>
      <Sample name="MoneyField：填元，得整数分">
        <MoneyField label="月薪" value={fen} onChange={setFen} minFen={200_000} />
      </Sample>
      <Sample name="DateField">
        <DateField label="退役日期" value={day} onChange={setDay} max="2026-12-31" />
        <DateField label="出生日期" value={none} onChange={setNone} />
      </Sample>
      <Sample name="FileField">
        <FileField label="名册" accept=".xlsx,.csv" files={files} onChange={setFiles} />
      </Sample>
    </>
  );
}

const shifts = [
  { value: 'day', label: '长白班' },
  { value: 'night', label: '夜班' },
  { value: 'rotating', label: '倒班' },
];

function Choosing() {
  const [one, setOne] = useState('day');
  const [many, setMany] = useState<string[]>(['day']);
  const [agreed, setAgreed] = useState(true);
  const [isOn, setOn] = useState(true);
  const [occupation, setOccupation] = useState<Suggestion | null>(null);
  const [paper, setPaper] = useState('叉车证');
  const [skills, setSkills] = useState<Suggestion[]>([{ value: 'w', label: '焊工' }]);
  const sentences = [
    { value: 'day', label: '我自己填', hint: '大约 5 分钟，随时可以停' },
    { value: 'night', label: '请服务站帮我填', hint: '工作人员 2 个工作日内打电话给您' },
  ];
  return (
    <>
      <Sample name="ComboBox：输入“车”">
        <ComboBox
          label="职业"
          hint="输入几个字，从列表里选"
          value={occupation}
          onChange={setOccupation}
          suggest={suggestOccupation}
        />
      </Sample>
      <Sample name="SuggestField、PermitNote：照写也行">
        <SuggestField
          label="证书名称"
          value={paper}
          onChange={setPaper}
          suggest={suggestOccupation}
        />
        <PermitNote
          permit={{
            permits: '可从事叉车驾驶作业',
            standing: 'required',
            source: '《特种设备作业人员监督管理办法》 [G]',
          }}
        />
      </Sample>
      <Sample name="OccupationTasks">
        <OccupationTasks
          occupation={{
            code: '4-07-05-01',
            name: '保安员',
            definition: '从事守护、巡逻、安全检查等工作的人员。',
            tasks: ['守护出入口和目标部位', '巡视、检查、警戒特定区域'],
          }}
        />
      </Sample>
      <Sample name="ManyBox">
        <ManyBox label="技能" values={skills} onChange={setSkills} suggest={suggestOccupation} />
      </Sample>
      <Sample name="Select">
        <Select label="班次" value={one} options={shifts} onChange={setOne} />
        <Select
          label="学历"
          value=""
          options={[{ value: '', label: '请选择' }]}
          onChange={() => {}}
          error="请选学历"
        />
      </Sample>
      <Sample name="ChooseOne、ChooseMany：短词">
        <ChooseOne legend="班次" value={one} choices={shifts} onChange={setOne} />
        <ChooseMany legend="能接受的班次" values={many} choices={shifts} onChange={setMany} />
      </Sample>
      <Sample name="RadioGroup、CheckGroup：要说明的">
        <RadioGroup label="怎么填" value={one} options={sentences} onChange={setOne} />
        <CheckGroup
          label="愿意的方式"
          values={many}
          options={sentences}
          onChange={setMany}
          error="请至少选一项"
        />
      </Sample>
      <Sample name="Check、Switch">
        <Check
          label="同意用于岗位匹配"
          hint="您的经历和技能会和岗位要求比较"
          checked={agreed}
          onChange={setAgreed}
        />
        <Switch label="接受服务站来电" hint="马上生效" isOn={isOn} onChange={setOn} />
        <Switch label="暂停推荐" isOn={!isOn} onChange={(on) => setOn(!on)} />
      </Sample>
    </>
  );
}
